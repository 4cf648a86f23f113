package cn.wufei.exchange.stream.profile;

import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;

/// What streams are expected to generate, for features that promise what comes from them.
@Singleton
public class Profiles {

  private final ProfileStore store;

  Profiles(ProfileStore store) {
    this.store = store;
  }

  /// Of version 0 and without months while nothing is stated.
  public GenerationProfile of(Id stream) {
    return store.find(stream);
  }
}
