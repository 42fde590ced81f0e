using Grader.Running;
using Protocol;

// A grader in small, for tests that kill one or run one as another user: opens a box of the level named first, loads the assembly
// named second, says "calling", calls its first method without arguments, and says what came of it.
var level = Enum.Parse<IsolationLevel>(args[0]);
using var factory = BoxFactory.Open(level, Limits.Default with { CallTime = TimeSpan.FromMinutes(1), TotalTime = TimeSpan.FromMinutes(1) }, spares: 1);
using var box = factory.Take();
if (box.Load(File.ReadAllBytes(args[1])) is not LoadOutcome.Loaded) return 2;
Console.WriteLine("calling");
Console.WriteLine(box.Call(0, []) is CallOutcome.Returned { Value: Datum.Number number } ? $"value {number.Value}" : "no value");
return 0;
