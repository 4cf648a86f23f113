package cn.wufei.seeds;

/// A sign-in of the demo, shown on the sign-in page in demo mode: no secret.
public record Account(
    String login,
    String password,
    String name,
    String nameEn,
    String role,
    String organisationName,
    String organisationNameEn) {}
