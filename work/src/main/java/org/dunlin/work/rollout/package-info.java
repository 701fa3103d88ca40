/**
 * How far a company is switched on, and what is to be seen to before it goes a step further.
 *
 * <p>What the hub knows of a company comes in, and what persons say that they have seen to. The
 * steps with their points go out, each with what was found, and companies are switched.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.rollout;
