package org.dunlin.console.login;

/**
 * How much of the console is more than a person does, within a minute and for each process.
 *
 * @param changes so many buttons of one person, or from one address of somebody unknown; more are
 *     refused
 * @param requests so many requests of them; more are written into the log, once a minute
 */
public record PageRates(int changes, int requests) {
  /** Far more than anybody does by hand, with pages that are read anew by themselves. */
  public static final PageRates USUAL = new PageRates(600, 3000);
}
