package dev.idos.demo.site;

import java.util.function.Function;
import java.util.function.Supplier;

/// What a site shows.
///
/// @param policy the policy of a page, by its path
/// @param config what `/config.json` says, made when it is asked for
public record SitePages(
    StaticFiles files, Function<String, PagePolicy> policy, Supplier<String> config) {}
