/**
 * Odoo, played as its documentation and the lists of its models' fields describe it. Requests of
 * both interfaces come in, JSON-RPC and JSON-2. What goes out is what a server would answer, from
 * tables in memory.
 */
@NullMarked
package org.dunlin.work.contract.odoo;

import org.jspecify.annotations.NullMarked;
