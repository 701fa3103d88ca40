/**
 * What the console shows, read in one piece from tables of several concerns.
 *
 * <p>A company and a date come in; rows for people go out, and nothing is ever written here.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.view;
