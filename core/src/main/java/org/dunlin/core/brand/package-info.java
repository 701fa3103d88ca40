/**
 * How a company looks in what it sends: its colour and its logo.
 *
 * <p>Colours come in as people write them and pictures as bytes. What goes out has been checked: a
 * colour knows which text can be read on it, and a logo is a small picture of a known kind.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.brand;
