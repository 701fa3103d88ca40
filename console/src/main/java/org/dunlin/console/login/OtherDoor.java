package org.dunlin.console.login;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Another way in than by a password; whoever has none configured has no bean of it. */
record OtherDoor(Customizer<HttpSecurity> filters) {}
