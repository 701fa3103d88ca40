package org.dunlin.store.warning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test, or class of tests, that provokes warnings or errors in the log of the hub. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Warns {
  /** How each begins, or the class that says it, without its package. */
  String[] value();
}
