/**
 * What people are asked and say of the columns of a file of any layout.
 *
 * <p>Columns with samples come in. What each means goes out, with what is still to be said.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.sheet;
