/**
 * Companies, their connections and flows, and the settings and users of the hub.
 *
 * <p>Profiles and switches come in from configuration and people; stages read them and report how
 * their flows are doing.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.company;
