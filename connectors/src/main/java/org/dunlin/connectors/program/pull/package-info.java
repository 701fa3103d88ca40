/**
 * How a program's objects are read: page by page, one by one, or all of them to see what is gone.
 *
 * <p>A manifest's stream, where the reading stands and a reply come in. The next request, the
 * objects that were seen and the cursor behind which everything has been seen go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.pull;
