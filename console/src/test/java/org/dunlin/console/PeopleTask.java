package org.dunlin.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which task of docs/people.md a test walks through. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface PeopleTask {
  /** Whose task it is. */
  Person person();

  /** The number of its row. */
  int number();

  /** Whom docs/people.md is about, by the heading of their table. */
  enum Person {
    CONTROLLER("The credit controller"),
    ADMIN("The integration admin"),
    SUPPORT("Support staff");

    private final String heading;

    Person(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }
}
