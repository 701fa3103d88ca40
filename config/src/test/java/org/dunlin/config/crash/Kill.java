package org.dunlin.config.crash;

/** A kill of the plan: where the hub stands, and who is killed while it stands there. */
record Kill(Stop stop, Victim victim) {}
