/**
 * How fast dunning decides over a large company.
 *
 * <p>As many open instalments as are asked for lie in PostgreSQL, and the hub's own use case
 * decides over them and records what it decided; how long that took goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.bench.dun;
