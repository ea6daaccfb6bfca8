#include "server/http/static_files.hpp"

#include "server/http/client_headers.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

namespace portal::server::test {
namespace {

/// A client as the build makes it, and beside it what must never be served.
class Client : public testing::Test {
  protected:
    Client() {
        folder_.write("secret.txt", "secret");
        folder_.write("site/index.html", "<!doctype html>");
        folder_.write("site/boot.js", "boot()");
        folder_.write("site/boot.js.gz", "gzip of boot");
        folder_.write("site/app/ouderlogin-3fa94c01.wasm", "wasm");
        folder_.write("site/app/ouderlogin-3fa94c01.wasm.br", "brotli of wasm");
        folder_.write("site/app/ouderlogin-3fa94c01.wasm.gz", "gzip of wasm");
        folder_.write("site/fonts/lucide.ttf", "font");
        folder_.write("site/manifest.webmanifest", "{}");
        folder_.write("site/.hidden.txt", "secret");
        folder_.write("site/.git/config.txt", "secret");
        std::filesystem::create_symlink("../secret.txt", folder_.path() / "site/link.txt");
        TestPortal::Setup setup;
        setup.client = folder_.path() / "site";
        portal_ = std::make_unique<TestPortal>(setup);
    }

    [[nodiscard]] Answer get(const std::string& target, const Headers& headers = {}) const {
        return send(portal_->port(), "GET", target, headers);
    }

    TemporaryFolder folder_;
    std::unique_ptr<TestPortal> portal_;
};

TEST_F(Client, IsServedWithItsMediaTypes) {
    const std::vector<std::pair<std::string, std::string>> types{
        {"/index.html", "text/html; charset=utf-8"},
        {"/boot.js", "text/javascript; charset=utf-8"},
        {"/app/ouderlogin-3fa94c01.wasm", "application/wasm"},
        {"/fonts/lucide.ttf", "font/ttf"},
        {"/manifest.webmanifest", "application/manifest+json"},
    };
    for (const auto& [target, type] : types) {
        const Answer answer = get(target);
        EXPECT_EQ(answer.status, 200) << target;
        EXPECT_EQ(answer.header("Content-Type"), type) << target;
    }
    EXPECT_EQ(get("/app/ouderlogin-3fa94c01.wasm").body, "wasm");
}

TEST_F(Client, IsThePage_ForEveryScreenOfTheApp) {
    for (const char* target : {"/", "/wijziging/2026-11", "/logboek", "/a/b/c/", "/?x=1.2"}) {
        const Answer answer = get(target);
        EXPECT_EQ(answer.status, 200) << target;
        EXPECT_EQ(answer.body, "<!doctype html>") << target;
        EXPECT_EQ(answer.header("Cache-Control"), "no-cache, no-transform") << target;
    }
}

TEST_F(Client, IsAllowedOnlyItsOwnFiles) {
    const std::string policy = get("/").header("Content-Security-Policy");
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos) << policy;
    EXPECT_NE(policy.find("script-src 'self' 'wasm-unsafe-eval'"), std::string::npos) << policy;
    EXPECT_NE(policy.find("font-src 'self'"), std::string::npos) << policy;
    EXPECT_EQ(policy.find("unsafe-inline"), std::string::npos) << policy;
    EXPECT_EQ(get("/boot.js").header("X-Content-Type-Options"), "nosniff");
}

TEST_F(Client, IsKeptForEver_WhereNamesHaveAHash) {
    EXPECT_EQ(get("/app/ouderlogin-3fa94c01.wasm").header("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(get("/app/missing").header("Cache-Control"), "no-cache, no-transform") << "it is the page";
    EXPECT_EQ(get("/app/missing.js").header("Cache-Control"), "");
    EXPECT_EQ(get("/manifest.webmanifest").header("Cache-Control"), "no-cache, no-transform");
}

TEST_F(Client, IsCompressed_WhenTheBrowserCan) {
    const std::string wasm = "/app/ouderlogin-3fa94c01.wasm";
    const Answer brotli = get(wasm, {{"Accept-Encoding", "gzip, deflate, br"}});
    EXPECT_EQ(brotli.body, "brotli of wasm");
    EXPECT_EQ(brotli.header("Content-Encoding"), "br");
    EXPECT_EQ(brotli.header("Content-Type"), "application/wasm");
    EXPECT_EQ(brotli.header("Vary"), "Accept-Encoding");
    EXPECT_EQ(get(wasm, {{"Accept-Encoding", "gzip"}}).body, "gzip of wasm");
    EXPECT_EQ(get(wasm, {{"Accept-Encoding", "br;q=0, gzip;q=0.5"}}).body, "gzip of wasm");
    EXPECT_EQ(get(wasm, {{"Accept-Encoding", "brotli"}}).header("Content-Encoding"), "");
    EXPECT_EQ(get("/boot.js", {{"Accept-Encoding", "br"}}).body, "boot()") << "there is no .br of it";
}

TEST_F(Client, IsNotSentAgain_WhenTheBrowserHasIt) {
    const Answer first = get("/boot.js");
    const std::string tag = first.header("ETag");
    ASSERT_FALSE(tag.empty());
    const Answer again = get("/boot.js", {{"If-None-Match", tag}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_NE(get("/boot.js", {{"Accept-Encoding", "gzip"}}).header("ETag"), tag);
    folder_.write("site/boot.js", "changed()");
    EXPECT_EQ(get("/boot.js", {{"If-None-Match", tag}}).body, "changed()");
}

TEST_F(Client, HasNoWayOutOfItsFolder) {
    for (const char* target : {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/fonts/../../secret.txt",
                               "//secret.txt", "/fonts/..%5c..%5csecret.txt", "/.hidden.txt", "/.git/config.txt",
                               "/link.txt", "/./boot.js", "/fonts//lucide.ttf", "/secret.txt", "/index.html/",
                               "/boot.js/x.js", "/..", "/fonts/..", "/%c0%ae%c0%ae/secret.txt"}) {
        const Answer answer = get(target);
        EXPECT_NE(answer.body, "secret") << target;
        EXPECT_TRUE(answer.status == 404 || answer.body == "<!doctype html>") << target << answer.status;
    }
}

TEST_F(Client, IsAProblem_WhenTheFileIsNotThere) {
    const Answer answer = get("/missing.js");
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(answer.code(), "not-found");
    EXPECT_EQ(get("/fonts.d").status, 404);
}

TEST_F(Client, CanOnlyBeRead) {
    EXPECT_EQ(send(portal_->port(), "POST", "/", {}, "x").status, 405);
    const Answer head = send(portal_->port(), "HEAD", "/boot.js");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), "6");
}

TEST(NoClient, LeavesTheApiAlone) {
    const TestPortal portal;
    EXPECT_EQ(portal.get("/").status, 404);
    EXPECT_EQ(portal.get("/api/session").status, 401);
}

TEST(HeaderRules, AreReadAsCdnHostsReadThem) {
    const auto rules = http::parse_header_rules("# for all\n/*\n  A: 1; b=(2)\n  B: x\n\n/app/*\n  C: y");
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[0].pattern, "/*");
    EXPECT_EQ(rules[0].headers, (http::HeaderList{{"A", "1; b=(2)"}, {"B", "x"}}));
    EXPECT_EQ(rules[1].pattern, "/app/*");
    EXPECT_EQ(rules[1].headers, (http::HeaderList{{"C", "y"}}));
}

}  // namespace
}  // namespace portal::server::test
