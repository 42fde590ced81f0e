using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Scanning.Tests;

/// <summary>Files that no compiler writes, each of which ended or held up some scanner.</summary>
public sealed class HandmadeMetadataTests
{
    [Test]
    public void Report_TypeReferencesInACircle_SaysThatTheFileIsDamaged()
    {
        var metadata = Started();
        var next = MetadataTokens.TypeReferenceHandle(2);
        var first = metadata.AddTypeReference(next, default, metadata.GetOrAddString("A"));
        metadata.AddTypeReference(first, default, metadata.GetOrAddString("B"));
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("Answers"), first, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        Assert.That(Report(metadata), Is.EqualTo(new ScanReport.Unreadable("The file is damaged: its types are nested without end. Build it again.")));
    }

    [Test]
    public void Report_ArrayOfArraysWithoutEnd_SaysThatTheFileIsDamaged()
    {
        var metadata = Started();
        var signature = new BlobBuilder();
        signature.WriteByte(0x06);
        signature.WriteBytes((byte)SignatureTypeCode.SZArray, 1_000_000);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("Answers"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddFieldDefinition(FieldAttributes.Public, metadata.GetOrAddString("F"), metadata.GetOrAddBlob(signature));
        Assert.That(Report(metadata), Is.EqualTo(new ScanReport.Unreadable("The file is damaged: its types are nested without end. Build it again.")));
    }

    [Test]
    public void Report_SpecificationThatMentionsItselfTwice_Ends()
    {
        var metadata = Started();
        var signature = new BlobBuilder();
        signature.WriteByte((byte)SignatureTypeCode.GenericTypeInstance);
        WriteClass(signature, MetadataTokens.TypeSpecificationHandle(1));
        signature.WriteCompressedInteger(1);
        WriteClass(signature, MetadataTokens.TypeSpecificationHandle(1));
        var specification = metadata.AddTypeSpecification(metadata.GetOrAddBlob(signature));
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("Answers"), specification, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        Assert.That(Report(metadata), Is.InstanceOf<ScanReport.Unreadable>());
    }

    [Test]
    public void Report_ThousandsOfRowsWithOneHugeName_SaysThatTheFileIsDamaged()
    {
        var metadata = Started();
        var name = metadata.GetOrAddString(new string('n', 1_000_000));
        for (var row = 0; row < 5_000; row++)
        {
            metadata.AddTypeDefinition(default, default, name, default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        }

        Assert.That(Report(metadata), Is.EqualTo(new ScanReport.Unreadable("The file is damaged: a name in it has thousands of letters. Build it again.")));
    }

    [Test]
    public void Report_ThousandsOfFieldsWithOneHugeSignature_SaysThatTheFileIsDamaged()
    {
        var metadata = Started();
        var signature = new BlobBuilder();
        signature.WriteByte(0x06);
        signature.WriteByte((byte)SignatureTypeCode.Int32);
        signature.WriteBytes(0, 1_000_000);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("Answers"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var blob = metadata.GetOrAddBlob(signature);
        for (var row = 0; row < 5_000; row++) metadata.AddFieldDefinition(FieldAttributes.Public, metadata.GetOrAddString("F"), blob);
        Assert.That(Report(metadata), Is.EqualTo(new ScanReport.Unreadable("The file is damaged: its tables say the same things over and over. Build it again.")));
    }

    [Test]
    public void Report_MachineCodeBesideNetCode_IsFound()
    {
        var metadata = Started();
        var findings = ((ScanReport.Readable)Report(metadata, CorFlags.Requires32Bit)).Findings;
        Assert.That(findings.Select(finding => (finding.Kind, finding.User, finding.Api)), Is.EqualTo(new[] { (FindingKind.NativeCode, "The DLL", "machine code") }));
    }

    [Test]
    public void Report_NamesWithEscapesAndLineEnds_StayOnOneLine()
    {
        var metadata = Started();
        var file = metadata.AddTypeReference(MetadataTokens.ModuleReferenceHandle(1), metadata.GetOrAddString("System.IO"), metadata.GetOrAddString("File\n\u001b[2J"));
        metadata.AddModuleReference(metadata.GetOrAddString("other"));
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("Answers\r\nall correct"), file, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var findings = ((ScanReport.Readable)Report(metadata)).Findings;
        Assert.That(findings.Select(finding => (finding.User, finding.Api)), Is.EqualTo(new[] { ("Answers??all correct", "System.IO.File??[2J") }));
        Assert.That(findings[0].Message.Any(char.IsControl), Is.False);
    }

    private static MetadataBuilder Started()
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Answers.dll"), metadata.GetOrAddGuid(Guid.Empty), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Answers"), new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        return metadata;
    }

    private static void WriteClass(BlobBuilder signature, TypeSpecificationHandle type)
    {
        signature.WriteByte((byte)SignatureTypeKind.Class);
        signature.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(type));
    }

    private static ScanReport Report(MetadataBuilder metadata, CorFlags flags = CorFlags.ILOnly)
    {
        var image = new ManagedPEBuilder(
            new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll | Characteristics.ExecutableImage), new MetadataRootBuilder(metadata), new BlobBuilder(), flags: flags);
        var file = new BlobBuilder();
        image.Serialize(file);
        return Scan.Report(file.ToArray(), ScanPolicy.Default);
    }
}
