package org.dunlin.core.matching;

/**
 * A known number that a text quotes as a whole.
 *
 * @param key its letters and digits
 * @param written as the text has it
 * @param loose whether blanks between digits had to be read as part of the number, or stand beside
 *     it, so that the digits may belong to something else: only an equal amount can confirm it
 * @param from the first of the text's atoms that it takes up
 * @param to the atom behind it
 */
record Mention(String key, String written, boolean loose, int from, int to) {}
