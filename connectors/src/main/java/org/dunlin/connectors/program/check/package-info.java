/**
 * Holds a program against the examples of its own folder.
 *
 * <p>A folder and the program that was made of it come in. What became of each example goes out, as
 * a sentence where it is not what the folder says, and of each capability whether it holds; nothing
 * is asked of the program itself.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.check;
