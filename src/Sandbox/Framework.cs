using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Sandbox;

/// <summary>The assemblies of .NET and of the host itself.</summary>
internal static class Framework
{
    /// <summary>Loads what the answer to a call may need: behind a method that took all memory or all descriptors it is too late.</summary>
    public static void LoadForReplies()
    {
        GC.KeepAlive(typeof(Enumerable));
        GC.KeepAlive(typeof(Marshal));
        GC.KeepAlive(typeof(MemoryExtensions));
        GC.KeepAlive(typeof(StackTrace));
    }

    /// <summary>Loads every one, so that none must be opened later.</summary>
    public static void LoadAll()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var file in trusted)
        {
            try
            {
                _ = Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(file)));
            }
            catch (Exception problem) when (problem is IOException or BadImageFormatException)
            {
                // Then no submission can use it, and the one that tries is told so.
            }
        }

        // With the first method that is made at run time the runtime opens what it needs for all.
        _ = Expression.Lambda<Func<double>>(Expression.Constant(1.0)).Compile()();
    }
}
