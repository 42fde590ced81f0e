using System.Diagnostics;
using Grader.Running.Filters;

namespace Grader.Running;

/// <summary>How a host of one level is started and sealed.</summary>
/// <param name="Command">Given the last arguments for the host.</param>
/// <param name="LeadsGroup">Whether it makes itself the leader of a process group, to be killed with all of it.</param>
/// <param name="Filter">What the host is to lay on itself, given its own process number; null for nothing.</param>
/// <param name="Preload">Whether it loads the whole framework before.</param>
internal sealed record Launch(Func<IReadOnlyList<string>, ProcessStartInfo> Command, bool LeadsGroup, Func<int, FilterPolicy>? Filter, bool Preload);
