/**
 * Notices that programs send to the hook of a connection.
 *
 * <p>A call comes in as it came over the network; what is verified is kept, its objects are wanted,
 * and out comes what the program is answered at once. Of what is not verified nothing is kept.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.hook;
