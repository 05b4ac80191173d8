package org.isonomia.campaign;

import com.google.common.collect.ImmutableList;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several who ask at the same moment. */
final class Crowd implements AutoCloseable {

    private final int size;
    private final ExecutorService threads;

    Crowd(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /**
     * Has each of them send a request, all at once.
     *
     * @param requests the request of each, from 0
     * @return the answers, in the same order
     */
    ImmutableList<HttpResponse<String>> send(Stage stage, IntFunction<HttpRequest> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(size);
        List<Future<HttpResponse<String>>> running = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            HttpRequest request = requests.apply(i);
            running.add(threads.submit(() -> {
                start.await();
                return stage.send(request);
            }));
        }
        ImmutableList.Builder<HttpResponse<String>> answers = ImmutableList.builder();
        for (Future<HttpResponse<String>> one : running) {
            answers.add(one.get());
        }
        return answers.build();
    }

    @Override
    public void close() {
        threads.close();
    }
}
