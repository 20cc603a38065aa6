using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Throughgate.Tests.Access;

/// <summary>R39: a name searched for never stands in an address.</summary>
public sealed class SearchTextTests
{
    [Fact]
    public async Task A_name_comes_back_for_the_one_who_searched_and_for_nobody_else()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var keys = app.Services.GetRequiredService<IDataProtectionProvider>();
        var mine = new SearchText(keys, new Actor(Guid.CreateVersion7(), "A", RoleTable.Worker, "leeds"));
        var theirs = new SearchText(keys, new Actor(Guid.CreateVersion7(), "B", RoleTable.Worker, "leeds"));

        var find = mine.Protect("Siân O’Brien");

        find.ShouldNotContain("Brien");
        find.ShouldMatch("^[A-Za-z0-9_-]+$");
        mine.Read(find).ShouldBe("Siân O’Brien");
        theirs.Read(find).ShouldBeNull();
        mine.Read("made-up").ShouldBeNull();
        mine.Read(find[..^2]).ShouldBeNull();
        mine.Read(null).ShouldBeNull();
    }
}
