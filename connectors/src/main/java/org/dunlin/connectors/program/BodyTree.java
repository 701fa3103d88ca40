package org.dunlin.connectors.program;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A JSON body whose strings hold placeholders. */
public sealed interface BodyTree {
  /** Names and values in their order; a value of null is left in. */
  record Names(Map<String, BodyTree> fields) implements BodyTree {}

  /** A list. */
  record Elements(List<BodyTree> elements) implements BodyTree {}

  /** A string; one that is nothing but one placeholder becomes its value with its type. */
  record Text(Template template) implements BodyTree {}

  /** A number as it stands. */
  record Number(BigDecimal number) implements BodyTree {}

  /** A flag as it stands. */
  record Flag(boolean flag) implements BodyTree {}

  /** Null as it stands. */
  record Nothing() implements BodyTree {}
}
