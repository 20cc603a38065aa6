using Throughgate.Domain.Figures;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;

namespace Throughgate.Web.Features.Performance;

/// <summary>Every measure of a scheme, a YOT or a worker, for readers who may open the people: kept as numbers, some 50 kB an answer.</summary>
public sealed class KeptFigures(Connection connection) : KeptUntilChanged<FiguresOfPeople>(connection, most: 100, weigh: _ => 1);
