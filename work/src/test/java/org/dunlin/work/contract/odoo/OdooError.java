package org.dunlin.work.contract.odoo;

/** An exception of the server. */
final class OdooError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String name;

  /**
   * @param name of its class, with the module
   */
  OdooError(String name, String message) {
    super(message);
    this.name = name;
  }

  /** The name of its class, with the module. */
  String name() {
    return name;
  }
}
