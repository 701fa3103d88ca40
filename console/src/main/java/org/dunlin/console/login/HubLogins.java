package org.dunlin.console.login;

import org.dunlin.store.company.HubUser;
import org.dunlin.store.company.HubUsers;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The hub's users as Spring Security wants them. */
final class HubLogins implements UserDetailsService {
  private final HubUsers users;

  HubLogins(HubUsers users) {
    this.users = users;
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    return users
        .find(name)
        .map(HubLogins::details)
        .orElseThrow(() -> new UsernameNotFoundException("no such user"));
  }

  private static UserDetails details(HubUser user) {
    return User.withUsername(user.name()).password(user.passwordHash()).roles(user.role()).build();
  }
}
