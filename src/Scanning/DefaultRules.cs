namespace Scanning;

/// <summary>
/// The rules of a worksheet that names none: what numeric code needs, with what compilers add to it by themselves, and nothing that
/// reaches files, the network, other processes, the machine, other code by reflection, or memory by address. Read in loops, as each
/// process that looks at a file reads them anew: a query takes longer to be made ready than to run.
/// </summary>
internal static class DefaultRules
{
    private static readonly string[] Allowed =
    [
        // Numbers, text, dates, arrays, delegates, exceptions; what of it is refused stands below.
        "N:System", "N:System.Numerics", "N:System.Numerics.*", "N:System.Globalization", "N:System.Text", "N:System.Text.RegularExpressions", "N:System.Buffers",
        "N:System.Linq", "N:System.Collections", "N:System.Collections.*", "N:MathNet.Numerics", "N:MathNet.Numerics.*",
        "T:System.Threading.Tasks.*", "T:System.Threading.CancellationToken*", "T:System.Threading.Interlocked", "T:System.Threading.Monitor",
        "T:System.Threading.Lock", "T:System.Threading.Volatile", "T:System.Threading.ThreadLocal", "T:System.Threading.LazyThreadSafetyMode",
        "M:System.Threading.Thread.MemoryBarrier",
        "T:System.ComponentModel.EditorBrowsableAttribute", "T:System.ComponentModel.EditorBrowsableState", "T:System.ComponentModel.DescriptionAttribute",
        "N:System.ComponentModel.DataAnnotations",
        "T:System.Diagnostics.Stopwatch", "T:System.Diagnostics.Debug*", "T:System.Diagnostics.ConditionalAttribute", "T:System.Diagnostics.UnreachableException",
        "T:System.Runtime.ExceptionServices.ExceptionDispatchInfo", "T:System.Diagnostics.StackTraceHiddenAttribute", "N:System.Diagnostics.CodeAnalysis", "N:System.Runtime.Intrinsics",
        "M:System.Diagnostics.Trace.Assert", "M:System.Diagnostics.Trace.Write*",
        "M:System.Console.Write*", "M:System.Console.get_Out", "M:System.Console.get_Error", "M:System.IO.TextWriter.Write*", "M:System.IO.TextWriter.Flush", "M:System.IO.StringWriter.*",
        "M:System.IO.StringReader.*", "M:System.IO.TextReader.ReadLine",

        // What the compiler writes for attributes, records, iterators, async, ranges, collection expressions and interpolated strings.
        "N:System.Runtime.CompilerServices", "N:System.Runtime.Versioning", "N:Microsoft.CodeAnalysis", "N:Microsoft.CodeAnalysis.*",
        "T:System.Reflection.Assembly*", "T:System.Reflection.DefaultMemberAttribute", "M:System.Reflection.MemberInfo.get_Name",
        "M:System.Reflection.MemberInfo.op_*", "T:System.Security.UnverifiableCodeAttribute", "T:System.Security.Permissions.SecurityPermissionAttribute",
        "T:System.Security.Permissions.SecurityAction", "T:System.Runtime.InteropServices.InAttribute", "T:System.Runtime.InteropServices.OutAttribute",
        "T:System.Runtime.InteropServices.GuidAttribute", "T:System.Runtime.InteropServices.ComVisibleAttribute",
        "T:System.Runtime.InteropServices.StructLayoutAttribute", "T:System.Runtime.InteropServices.LayoutKind",
        "M:System.Runtime.InteropServices.CollectionsMarshal.*", "M:System.Runtime.InteropServices.ImmutableCollectionsMarshal.*",
        "T:System.Runtime.InteropServices.UnmanagedType",
        "M:System.Runtime.InteropServices.MemoryMarshal.Cast", "M:System.Runtime.InteropServices.MemoryMarshal.AsBytes",
        "M:System.Runtime.InteropServices.MemoryMarshal.GetReference", "M:System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference",
        "M:System.Type.op_*", "M:System.Type.GetTypeFromHandle", "M:System.Type.get_Name", "M:System.Type.get_FullName", "M:System.Type.ToString",
        "M:System.Type.Equals", "M:System.Type.GetHashCode", "M:System.Type.GetTypeCode", "M:System.Type.get_IsValueType", "M:System.Type.EmptyTypes",
        "M:System.RuntimeTypeHandle.Equals", "M:System.Environment.get_NewLine", "M:System.Environment.get_ProcessorCount",
        "M:System.Environment.get_CurrentManagedThreadId", "M:System.Environment.get_TickCount*", "M:System.GC.KeepAlive", "M:System.GC.SuppressFinalize",
        "M:System.GC.AllocateUninitializedArray", "M:System.GC.AllocateArray",
    ];

    private static readonly string[] Refused =
    [
        "T:System.Console", "T:System.Environment", "T:System.AppDomain", "T:System.AppContext", "T:System.Activator", "T:System.Type", "T:System.GC",
        "T:System.RuntimeTypeHandle", "T:System.RuntimeMethodHandle", "T:System.RuntimeFieldHandle", "T:System.ModuleHandle", "T:System.TypedReference",
        "T:System.RuntimeArgumentHandle", "T:System.ArgIterator", "T:System.TimeZoneInfo", "T:System.GCMemoryInfo", "T:System.AppDomainSetup",
        "M:System.Delegate.CreateDelegate", "M:System.Delegate.DynamicInvoke", "M:System.Delegate.get_Method",
        "M:System.MulticastDelegate.get_Method", "M:System.Attribute.GetCustomAttribute*", "M:System.Attribute.IsDefined",
        "M:System.Buffer.MemoryCopy", "M:System.Exception.get_TargetSite",
        "N:System.Linq.Expressions", "N:MathNet.Numerics.Providers*", "M:MathNet.Numerics.Control.Use*", "M:MathNet.Numerics.Control.TryUse*",
        "T:System.Runtime.CompilerServices.Unsafe", "T:System.Runtime.CompilerServices.UnsafeAccessor*", "T:System.Runtime.CompilerServices.CallSite*",
        "T:System.Runtime.CompilerServices.Binder", "T:System.Runtime.CompilerServices.ModuleInitializerAttribute",
        "T:System.Runtime.CompilerServices.RuntimeHelpers",
        "T:System.Diagnostics.Debugger", "T:System.Reflection.Assembly", "T:System.Reflection.AssemblyName", "T:System.Reflection.AssemblyExtensions",
        "T:System.Reflection.AssemblyNameProxy",
    ];

    // Parts of refused types that honest code, or the compiler for it, uses.
    private static readonly string[] AllowedAfterAll =
    [
        "T:System.Diagnostics.DebuggerBrowsable*", "T:System.Diagnostics.DebuggerDisplayAttribute", "T:System.Diagnostics.DebuggerHiddenAttribute",
        "T:System.Diagnostics.DebuggerNonUserCodeAttribute", "T:System.Diagnostics.DebuggerStepThroughAttribute", "T:System.Diagnostics.DebuggerStepperBoundaryAttribute",
        "M:System.Runtime.CompilerServices.RuntimeHelpers.InitializeArray", "M:System.Runtime.CompilerServices.RuntimeHelpers.CreateSpan",
        "M:System.Runtime.CompilerServices.RuntimeHelpers.GetSubArray", "M:System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode",
        "M:System.Runtime.CompilerServices.RuntimeHelpers.Equals", "M:System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack",
        "M:System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack", "M:System.Runtime.CompilerServices.RuntimeHelpers.get_OffsetToStringData",
        "M:System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences", "T:System.Runtime.CompilerServices.CallerArgumentExpressionAttribute",
    ];

    public static ApiRule[] All()
    {
        var rules = new ApiRule[Refused.Length + Allowed.Length + AllowedAfterAll.Length];
        var count = 0;
        foreach (var text in Refused) rules[count++] = ApiRule.Read(text, allows: false);
        foreach (var text in Allowed) rules[count++] = ApiRule.Read(text, allows: true);
        foreach (var text in AllowedAfterAll) rules[count++] = ApiRule.Read(text, allows: true);
        return rules;
    }
}
