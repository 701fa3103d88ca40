/**
 * Roads on which files come, as people steer them and as they are gone.
 *
 * <p>What a person, the API or the settings file says of a server or a mailbox comes in, and how
 * each look there went; out goes which roads this process is to go, and what was taken before. No
 * server is reached here.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.road;
