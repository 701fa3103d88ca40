/**
 * The running hub: Spring Boot assembles stores, use cases, routes and console from the settings.
 *
 * <p>Settings come in from their defaults, {@code dunlin.yaml} and the environment, in that order; a
 * started hub comes out, or one plain sentence that says why not.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config.hub;
