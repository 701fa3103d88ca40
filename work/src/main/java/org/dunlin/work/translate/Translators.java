package org.dunlin.work.translate;

import java.util.function.Function;
import org.dunlin.connectors.Translator;
import org.dunlin.store.inbox.Delivery;

/** Finds who translates what a program's stream brought. */
@FunctionalInterface
public interface Translators extends Function<Delivery, Translator> {
  /** The same for several deliveries of one connection, which is looked at once. */
  default Translators ofOneConnection() {
    return this;
  }
}
