package org.dunlin.connectors.csv;

/**
 * A file that a description fits.
 *
 * @param delimiter that stands between its columns
 * @param known how many of its columns the description names
 */
record Recognised(Description description, char delimiter, int known) {}
