package org.dunlin.bench.pay;

/**
 * How long it took from each notice.
 *
 * @param known until pages say that it is paid, and nobody is reminded of it
 * @param settled until its invoice was open no more
 */
record Reached(Spans known, Spans settled) {}
