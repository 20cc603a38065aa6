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
    }
}
