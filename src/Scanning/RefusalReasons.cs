namespace Scanning;

/// <summary>What is the matter with what no rule allows.</summary>
internal static class RefusalReasons
{
    /// <summary>What of a refused API is the matter, as the end of a sentence. The first row that fits counts.</summary>
    public static string Of(string api) =>
        Array.Find(Reasons, row => api.StartsWith(row.Api, StringComparison.Ordinal)).Reason ?? "which is not among what numeric code needs";

    private static readonly (string Api, string Reason)[] Reasons =
    [
        ("System.IO", "which reads or writes files"),
        ("System.Net", "which reaches the network"),
        ("System.Diagnostics.Process", "which starts or steers other programs"),
        ("System.Diagnostics.Debugger", "which calls a debugger"),
        ("System.Reflection.Emit", "which makes code while running"),
        ("System.Linq.Expressions", "which makes code while running"),
        ("System.Reflection", "which looks into types while running (reflection)"),
        ("System.Type", "which looks into types while running (reflection)"),
        ("System.Activator", "which makes objects by reflection"),
        ("System.Delegate", "which calls methods by reflection"),
        ("System.Attribute", "which looks into types while running (reflection)"),
        ("Microsoft.CSharp", "which chooses methods while running ('dynamic')"),
        ("System.Runtime.CompilerServices.CallSite", "which chooses methods while running ('dynamic')"),
        ("System.Runtime.CompilerServices.Binder", "which chooses methods while running ('dynamic')"),
        ("System.Runtime.CompilerServices.ModuleInitializer", "which runs code as soon as the file is loaded"),
        ("System.Runtime.CompilerServices.Unsafe", "which reaches memory past the type system"),
        ("System.Runtime.InteropServices", "which reaches memory or native code"),
        ("System.Threading", "which starts or steers threads (Parallel and Task may be used)"),
        ("System.Environment", "which asks about the machine or ends the program"),
        ("System.AppDomain", "which asks about the program that runs your code"),
        ("System.AppContext", "which asks about the program that runs your code"),
        ("System.Console", "which is more of the console than writing to it"),
        ("System.GC", "which steers the memory of the program"),
        ("MathNet.Numerics", "which loads native libraries"),
        ("NUnit", "which belongs into a test project of its own"),
        ("Xunit", "which belongs into a test project of its own"),
        ("Microsoft.VisualStudio", "which belongs into a test project of its own"),
    ];
}
