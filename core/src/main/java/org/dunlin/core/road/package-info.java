/**
 * Roads: servers and mailboxes on which others leave files for a company.
 *
 * <p>What an admin says of one comes in as settings; out goes what whoever looks there needs, with
 * the keys by which a server is recognised. Nothing is opened here.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.road;
