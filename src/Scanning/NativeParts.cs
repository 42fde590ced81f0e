using System.Reflection.PortableExecutable;

namespace Scanning;

/// <summary>Machine code in the file, which no look at .NET instructions would see.</summary>
internal static class NativeParts
{
    public static void Find(PEHeaders headers, List<Finding> findings)
    {
        if (headers.CorHeader is not { } cor || headers.PEHeader is not { } pe) return;
        if ((cor.Flags & CorFlags.ILOnly) == 0 || (cor.Flags & CorFlags.NativeEntryPoint) != 0 || cor.ManagedNativeHeaderDirectory.Size > 0)
        {
            findings.Add(Native("machine code", "The DLL holds machine code beside .NET code. Build it for any CPU, without ReadyToRun or native parts."));
        }

        if (cor.VtableFixupsDirectory.Size > 0 || cor.ExportAddressTableJumpsDirectory.Size > 0 || pe.ExportTableDirectory.Size > 0)
        {
            findings.Add(Native("native exports", "The DLL exports functions to native code."));
        }
    }

    private static Finding Native(string what, string message) => new(FindingKind.NativeCode, Uses.WholeFile, what, message);
}
