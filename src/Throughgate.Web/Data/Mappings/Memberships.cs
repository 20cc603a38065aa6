using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Mappings;

/// <summary>Of what accounts are members, and which records are kept from most of them.</summary>
public static class Memberships
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Membership>().ToTable("memberships").Property(m => m.Version).IsConcurrencyToken();
        model.Entity<Consortium>().ToTable("consortia");
        model.Entity<ConsortiumScheme>().ToTable("consortium_schemes");
        model.Entity<Restriction>().ToTable("restrictions").HasQueryFilter(r => !r.Voided).Property(r => r.Version).IsConcurrencyToken();
        var name = model.Entity<RestrictionName>().ToTable("restriction_names");
        name.HasKey(n => new { n.RestrictionId, n.AccountId });
        name.HasOne<Restriction>().WithMany().HasForeignKey(n => n.RestrictionId);
        model.Entity<NotDisclosed>().ToTable("not_disclosed").HasQueryFilter(n => !n.Voided).Property(n => n.Version).IsConcurrencyToken();
        model.Entity<GlassBroken>().ToTable("glass_broken").HasQueryFilter(g => !g.Voided).Property(g => g.Version).IsConcurrencyToken();
    }
}
