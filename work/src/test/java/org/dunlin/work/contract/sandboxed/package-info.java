/**
 * The three programs that the sandbox plays, as the contract wants them. Requests come in and go on
 * over loopback, with the host of the vendor replaced. What goes out is what the sandbox answers,
 * and the notices that it sends.
 */
@NullMarked
package org.dunlin.work.contract.sandboxed;

import org.jspecify.annotations.NullMarked;
