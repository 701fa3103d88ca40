/**
 * What customers see and do on the payer's page, without an account.
 *
 * <p>Who opened a link that counts, and what they sent from there, comes in. What they owe and what
 * was said with them goes out; what they say, promise, contest, propose or pay is handed to the use
 * cases that do the same for people of the company. Nothing of another customer is ever read.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.payer;
