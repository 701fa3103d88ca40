package org.dunlin.console.right;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dunlin.store.access.Right;

/** The right without which a handler is not called; that of a method counts before its class's. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
  /** The right, in the company that the request names. */
  Right value();

  /** Whether it is needed in all companies, because the hub as a whole is meant. */
  boolean hub() default false;
}
