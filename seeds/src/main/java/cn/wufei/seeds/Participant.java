package cn.wufei.seeds;

import java.math.BigDecimal;
import java.util.List;

/// An invented organisation of the demo and its invented places. `admin` is the login of its first
/// member; one that is not `verified` waits for the authority to look at it.
record Participant(
    String key,
    String uscc,
    String name,
    String nameEn,
    String kind,
    String adcode,
    String admin,
    boolean verified,
    List<Place> sites) {

  Participant {
    sites = List.copyOf(sites);
  }

  boolean isAuthority() {
    return kind.equals("authority");
  }

  /// A works or yard; coordinates in degrees, WGS-84.
  record Place(
      String key,
      String name,
      String nameEn,
      String adcode,
      BigDecimal latitude,
      BigDecimal longitude,
      String address,
      boolean railSiding) {}
}
