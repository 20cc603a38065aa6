using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Mappings;

public static class Ledger
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ChainHead>().ToTable("chain_heads").HasKey(h => h.Chain);
        model.Entity<HistoryRow>().ToTable("history");
        model.Entity<AccessRow>().ToTable("access_log");
        model.Entity<LookRow>().ToTable("looks").HasKey(l => new { l.ShownId, l.Chain, l.Seq });
        model.Entity<LooksRead>().ToTable("looks_read").HasKey(l => l.Chain);
        model.Entity<Hold>().ToTable("holds").HasQueryFilter(h => !h.Voided).Property(h => h.Version).IsConcurrencyToken();
        model.Entity<Disposal>().ToTable("disposals").HasQueryFilter(d => !d.Voided).Property(d => d.Version).IsConcurrencyToken();
        model.Entity<ErasedRow>().ToTable("erased_rows").HasKey(e => new { e.Ledger, e.RowId });
        model.Entity<LookReview>().ToTable("look_reviews");
    }
}
