/**
 * The room that moves: every byte that enters or leaves the hub does so here, by Apache Camel.
 *
 * <p>Files come in by watched folders and go into the inbox; effects go out as e-mails and status
 * files. Stages are woken and swept here, and each route calls one use case; no route decides.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.routes;
