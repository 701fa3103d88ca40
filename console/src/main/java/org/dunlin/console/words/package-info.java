/**
 * What the pages say, in the reader's language.
 *
 * <p>Sentences come in from one file a page and language ({@code words/nl/customers.properties}),
 * amounts, dates and names of states as values; text goes out as a reader of that language expects
 * it. Nothing else of the console writes a word that a person reads.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.words;
