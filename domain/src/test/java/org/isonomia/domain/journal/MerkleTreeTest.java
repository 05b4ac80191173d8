package org.isonomia.domain.journal;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The inputs and roots of eight leaves are the published test vectors of Certificate Transparency. */
class MerkleTreeTest {

    private static final ImmutableList<Digest> VECTORS = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> Digest.ofLeaf(BaseEncoding.base16().lowerCase().decode(hex)))
            .collect(toImmutableList());

    private static MerkleTree tree(int size) {
        return new MerkleTree(IntStream.range(0, size)
                .mapToObj(i -> Digest.ofLeaf(new byte[] {(byte) i, (byte) (i >> 8)}))
                .collect(toImmutableList()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasThePublishedRoots(int size, String root) {
        MerkleTree tree = new MerkleTree(VECTORS.subList(0, size));
        assertThat(tree.root()).hasToString(root);
        assertThat(VECTORS.subList(0, size).stream()
                        .reduce(Peaks.NONE, Peaks::plus, (one, other) -> one)
                        .root())
                .hasToString(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 13, 16, 33, 64, 70})
    void provesEachLeafAndNoOther(int size) {
        MerkleTree tree = tree(size);
        for (int index = 0; index < size; index++) {
            ImmutableList<Digest> proof = tree.inclusion(index);
            Digest leaf = tree.leaves().get(index);
            assertThat(MerkleTree.includes(leaf, index, size, tree.root(), proof))
                    .isTrue();
            assertThat(MerkleTree.includes(Digest.ofNothing(), index, size, tree.root(), proof))
                    .isFalse();
            assertThat(MerkleTree.includes(leaf, index + 1, size, tree.root(), proof))
                    .isFalse();
            assertThat(MerkleTree.includes(leaf, index, size, Digest.ofNothing(), proof))
                    .isFalse();
            assertThat(MerkleTree.includes(leaf, index, size, tree.root(), with(proof, leaf)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 13, 16, 33, 64, 70})
    void provesThatItContinuesEachEarlierTreeAndNoOther(int size) {
        MerkleTree later = tree(size);
        for (int before = 1; before <= size; before++) {
            MerkleTree earlier = tree(before);
            ImmutableList<Digest> proof = later.consistency(before);
            assertThat(MerkleTree.continues(before, earlier.root(), size, later.root(), proof))
                    .isTrue();
            assertThat(MerkleTree.continues(before, Digest.ofNothing(), size, later.root(), proof))
                    .isFalse();
            assertThat(MerkleTree.continues(before, earlier.root(), size, Digest.ofNothing(), proof))
                    .isFalse();
            assertThat(MerkleTree.continues(
                            before, earlier.root(), size, later.root(), with(proof, Digest.ofNothing())))
                    .isFalse();
        }
    }

    @Test
    void growsFromItsPeaksAsFromItsLeaves() {
        Peaks peaks = Peaks.NONE;
        for (int size = 1; size <= 300; size++) {
            peaks = peaks.plus(tree(size).leaves().getLast());
            assertThat(peaks.size()).isEqualTo(size);
            assertThat(peaks.root()).isEqualTo(tree(size).root());
        }
    }

    private static ImmutableList<Digest> with(ImmutableList<Digest> proof, Digest more) {
        return ImmutableList.<Digest>builder().addAll(proof).add(more).build();
    }
}
