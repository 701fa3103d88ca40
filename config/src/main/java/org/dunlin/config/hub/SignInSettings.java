package org.dunlin.config.hub;

import org.dunlin.work.access.SecondFactorDuty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in: {@code dunlin.sign-in}.
 *
 * @param secondFactor who must have a second factor
 */
public record SignInSettings(@DefaultValue("optional") SecondFactorDuty secondFactor) {}
